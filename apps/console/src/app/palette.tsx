import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { places } from './places.ts';
import { shortcutMessages } from './shortcuts.messages.ts';
import { useText } from './text.ts';

/** Goes to a page by a word of its name. */
export function Palette({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(shortcutMessages);
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay isOpen onOpenChange={close} isDismissable className="overlay">
      <Modal className="modal-of">
        <Dialog aria-label={say('palette')}>
          <Autocomplete filter={contains}>
            <SearchField autoFocus className="form-of">
              <Label>{say('palette')}</Label>
              <Input />
            </SearchField>
            <Menu
              className="palette"
              aria-label={say('palette')}
              renderEmptyState={() => <p className="found-none">{say('nothing')}</p>}
              onAction={(to) => {
                close();
                void navigate({ to: String(to) });
              }}
            >
              {places.map(([, to, what]) => (
                <MenuItem key={to} id={to} textValue={say(what)} className="found-item">
                  {say(what)}
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
