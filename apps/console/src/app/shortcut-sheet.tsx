import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ShortcutList } from './shortcut-list.tsx';
import { shortcutMessages } from './shortcuts.messages.ts';
import { useText } from './text.ts';

/** All keys, over the page. */
export function ShortcutSheet({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(shortcutMessages);
  return (
    <ModalOverlay isOpen onOpenChange={close} isDismissable className="overlay">
      <Modal className="modal-of">
        <Dialog>
          <Heading slot="title" level={2}>
            {say('title')}
          </Heading>
          <ShortcutList />
          <button type="button" className="btn btn-primary" onClick={close}>
            {say('close')}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
