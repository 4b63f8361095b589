import { Option } from 'nest-commander';
import { TavoloCommand } from './tavolo-command.js';

/** Which data folder is worked on. */
export interface FolderOptions {
  readonly data: string;
}

/** A command that opens the files of an instance itself, without a server. */
export abstract class FolderCommand extends TavoloCommand {
  @Option({
    flags: '--data <folder>',
    description: 'The data folder.',
    defaultValue: process.env.TAVOLO_DATA ?? 'data',
  })
  parseData(folder: string): string {
    return folder;
  }
}
