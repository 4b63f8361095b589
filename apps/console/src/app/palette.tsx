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
import { useAsk } from '../data/use-ask.ts';
import { pageOf } from '../parts/object-link.tsx';
import { Found } from '../screens/search/search.documents.ts';
import { searchMessages } from '../screens/search/search.messages.ts';
import { foundKinds, useFoundName } from '../screens/search/use-found-name.ts';
import { keepMoment } from './moment.ts';
import { places } from './places.ts';
import { shortcutMessages } from './shortcuts.messages.ts';
import { useText } from './text.ts';
import { useSettled } from './use-settled.ts';

const SEARCH = 'search';

/** How long one waits for the next letter before objects are looked for. */
const PAUSE_MS = 250;
const LETTERS_MIN = 2;
/** Of each kind. */
const MOST = 3;

/** Objects by the words of their names, as the server finds them, each with its address. */
function useFound(text: string) {
  const asked = useSettled(text.trim(), PAUSE_MS);
  const enabled = asked.length >= LETTERS_MIN;
  const { data } = useAsk(Found, { text: asked, first: MOST }, { enabled });
  if (!enabled || !data) return [];
  return data.data.search.flatMap((one) => {
    const page = pageOf(one.id);
    const kind = foundKinds.find((each) => each === one.__typename);
    return page && kind ? [{ one, kind, to: page.replace('$id', one.id) }] : [];
  });
}

/** Goes to a page or an object by words of its name, or looks for them among all objects. */
export function Palette({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(shortcutMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const found = useFound(text);
  const kinds = useText(searchMessages);
  const nameOf = useFoundName();
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
              {found.map(({ one, kind, to }) => (
                // The server has found it by the words: it is not sifted again.
                <MenuItem key={to} id={to} textValue={text} className="found-item">
                  {nameOf(one)} <small>({kinds(kind)})</small>
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
