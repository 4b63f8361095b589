import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
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
import { keepMoment } from './moment.ts';
import { places } from './places.ts';
import { shortcutMessages } from './shortcuts.messages.ts';
import { useText } from './text.ts';

const SEARCH = 'search';

/** Goes to a page by a word of its name, or looks for the words among all objects. */
export function Palette({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(shortcutMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay isOpen onOpenChange={close} isDismissable className="overlay">
      <Modal className="modal-of">
        <Dialog aria-label={say('palette')}>
          <Autocomplete
            inputValue={text}
            onInputChange={setText}
            filter={(name, asked) => name === asked || contains(name, asked)}
          >
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
                const q = to === SEARCH ? { q: text } : {};
                void navigate({
                  to: to === SEARCH ? '/cerca' : String(to),
                  search: (before) => ({ ...keepMoment(before), ...q }),
                });
              }}
            >
              {places.map(([, to, what]) => (
                <MenuItem key={to} id={to} textValue={say(what)} className="found-item">
                  {say(what)}
                </MenuItem>
              ))}
              {text.trim() !== '' && (
                <MenuItem id={SEARCH} textValue={text} className="found-item">
                  {say('searchFor', { text })}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
