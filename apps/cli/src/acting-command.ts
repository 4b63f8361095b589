import { Option } from 'nest-commander';
import { AskingCommand } from './asking-command.js';
import type { AskingOptions } from './asking-command.js';

/** Which server, and who acts there (see `actorOf`). */
export interface ActingOptions extends AskingOptions {
  readonly person?: string;
  readonly mandate?: string;
}

/** A command by which somebody acts at a server. */
export abstract class ActingCommand extends AskingCommand {
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
