import type { Tongue } from '@tavolo/demo';
import { Option } from 'nest-commander';
import { DEFAULT_URL, serverUrl } from './server-url.js';
import { TavoloCommand } from './tavolo-command.js';
import { tongueOf } from './tongue.js';

/** Which server is asked, and in which language it answers. */
export interface AskingOptions {
  readonly url: string;
  readonly locale: Tongue;
}

/** A command that asks a server something, in a language. */
export abstract class AskingCommand extends TavoloCommand {
  @Option({ flags: '--url <url>', description: 'The server.', defaultValue: DEFAULT_URL })
  parseUrl(text: string): string {
    return serverUrl(text);
  }

  @Option({
    flags: '--locale <language>',
    description: 'Speaks Italian (it) or English (en).',
    defaultValue: 'it',
  })
  parseLocale(text: string): Tongue {
    return tongueOf(text);
  }
}
