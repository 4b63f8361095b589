import { Command, Option } from 'nest-commander';
import type { Founding } from './found.js';
import { badOption } from './problem.js';
import { FolderCommand } from './folder-command.js';

/** Founds an empty instance; opens the files itself, so no server may run on them. */
@Command({
  name: 'init',
  description: 'Founds an empty instance: its body, its time zone, its administrator.',
})
export class InitCommand extends FolderCommand {
  override async run(_words: string[], founding: Founding): Promise<void> {
    // The stores and the rules of access come with it: other commands need not wait for them.
    const { found } = await import('./found.js');
    await found(founding);
  }

  @Option({ flags: '--name <name>', description: 'Name of the body.', required: true })
  parseName(text: string): string {
    if (text.trim() !== '' && text.length <= 200) return text.trim();
    throw badOption('--name is empty or longer than 200 characters: write the name of the body.');
  }

  @Option({
    flags: '--zone <zone>',
    description: 'Time zone of the body: a day is a whole day in it.',
    defaultValue: 'Europe/Rome',
  })
  parseZone(zone: string): string {
    try {
      new Intl.DateTimeFormat('it', { timeZone: zone });
      return zone;
    } catch {
      throw badOption(`--zone is ${zone}: write a name of the IANA list, Europe/Rome.`);
    }
  }

  @Option({
    flags: '--issuer <address>',
    description: 'The OpenID Connect issuer with which the administrator signs in.',
    required: true,
  })
  parseIssuer(issuer: string): string {
    return issuer;
  }

  @Option({
    flags: '--subject <subject>',
    description: 'How that issuer names the administrator (the claim "sub").',
    required: true,
  })
  parseSubject(subject: string): string {
    if (subject !== '' && subject.length <= 255) return subject;
    throw badOption('--subject is empty or longer than 255 characters: write the claim "sub".');
  }

  @Option({
    flags: '--administrator <name>',
    description: 'The name to show for the administrator; it stays out of the log.',
    defaultValue: 'Amministrazione · Administrator',
  })
  parseAdministrator(name: string): string {
    if (name.trim() !== '' && name.length <= 200) return name.trim();
    throw badOption('--administrator is empty or longer than 200 characters: write a name.');
  }
}
