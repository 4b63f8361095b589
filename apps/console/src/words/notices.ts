import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** How a notice was served. */
export const serviceChannel = messages<EnumOf<'ServiceChannel'>>({
  it: {
    PEC: 'PEC',
    EMAIL: 'posta elettronica',
    PORTAL: 'portale',
    MESSENGER: 'messo notificatore',
    POST: 'posta raccomandata',
    BY_HAND: 'a mano',
  },
  en: {
    PEC: 'certified e-mail (PEC)',
    EMAIL: 'e-mail',
    PORTAL: 'portal',
    MESSENGER: 'process server',
    POST: 'registered post',
    BY_HAND: 'by hand',
  },
});
