import { Command, Option } from 'nest-commander';
import { Problem } from '../problem.js';
import { meterOf, paceFrom } from '../progress.js';
import { FolderCommand } from '../folder-command.js';
import type { FolderOptions } from '../folder-command.js';
import { privateChecks, readModelChecks } from './beside.js';
import { exitOf } from './check.js';
import type { Check } from './check.js';
import { logChecks } from './log.js';
import { folderChecks, machineChecks, settingChecks } from './machine.js';

interface DoctorOptions extends FolderOptions {
  readonly json?: boolean;
}

/** Looks at everything an operator asks about, only reading, also beside a server. */
@Command({
  name: 'doctor',
  description: 'Looks at machine, settings, log, private store and read model, only reading.',
})
export class DoctorCommand extends FolderCommand {
  override async run(_words: string[], { data, json }: DoctorOptions): Promise<void> {
    const checks = await checksOf(data);
    const exit = exitOf(checks);
    if (json === true) console.log(JSON.stringify({ ok: exit === 0, exit, checks }, null, 2));
    else for (const line of linesOf(checks)) console.log(line);
    if (exit !== 0) throw new Problem(sentenceOf(checks), exit);
  }

  @Option({ flags: '--json', description: 'One JSON object, for programs.' })
  parseJson(): boolean {
    return true;
  }
}

async function checksOf(folder: string): Promise<readonly Check[]> {
  const settings = settingChecks(folder);
  const before = [...machineChecks(), ...settings, ...folderChecks(folder)];
  // What lies where is not known: nothing of it can be looked at.
  if (settings.some(({ verdict }) => verdict === 'failed')) return before;
  const log = await logChecks({ folder, now: Date.now, onEvent: meter() });
  return [
    ...before,
    ...log.checks,
    ...(await privateChecks(folder, log.instance)),
    ...(await readModelChecks(folder, log.head)),
  ];
}

/** Shown from some thousand events on: a short log is read before anybody would look. */
function meter(): (done: number) => void {
  const shown = meterOf('events');
  const pace = paceFrom(0);
  return (done) => {
    if (done % 50_000 === 0) shown.show(pace(done, done));
  };
}

function linesOf(checks: readonly Check[]): readonly string[] {
  return checks.map(({ name, verdict, value }) => {
    const mark = verdict === 'ok' || verdict === 'said' ? '' : `${verdict}: `;
    return `${`${name}:`.padEnd(13)} ${mark}${value}`;
  });
}

function sentenceOf(checks: readonly Check[]): string {
  const wrong = checks.filter(({ verdict }) =>
    ['damaged', 'failed', 'unreachable'].includes(verdict),
  );
  return wrong.map(({ name, value }) => `${name}: ${value}`).join(' · ');
}
