import { Option } from 'nest-commander';
import { DEFAULT_URL, serverUrl } from './server-url.js';
import { TavoloCommand } from './tavolo-command.js';

/** Which server, and who acts there (see `actorOf`). */
export interface ActingOptions {
  readonly url: string;
  readonly person?: string;
  readonly mandate?: string;
}

/** A command by which somebody acts at a server. */
export abstract class ActingCommand extends TavoloCommand {
  @Option({ flags: '--url <url>', description: 'The server.', defaultValue: DEFAULT_URL })
  parseUrl(text: string): string {
    return serverUrl(text);
  }

  @Option({
    flags: '--person <id>',
    description: 'Who acts; without it the founder. With TAVOLO_TOKEN the token says who.',
  })
  parsePerson(text: string): string {
    return text;
  }

  @Option({ flags: '--mandate <ref>', description: 'Under which mandate.' })
  parseMandate(text: string): string {
    return text;
  }
}
