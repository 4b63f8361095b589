import { CommandRunner } from 'nest-commander';
import { exits } from './problem.js';

/** A command that answers words it does not know with its help and the exit code for them. */
export abstract class TavoloCommand extends CommandRunner {
  override setCommand(command: Parameters<CommandRunner['setCommand']>[0]): this {
    command.showHelpAfterError();
    command.exitOverride(endUsage);
    return super.setCommand(command);
  }
}

/** Help that was asked for is no mistake; all else that stops the reading of words is one. */
export function endUsage(error: Error): never {
  const { exitCode } = error as { exitCode?: number };
  process.exit(exitCode === 0 ? exits.ok : exits.usage);
}
