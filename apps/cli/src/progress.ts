import { SingleBar } from 'cli-progress';

/** How far something is that takes a while. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** A second. */
  readonly rate: number;
  /** Null where nothing can be said yet. */
  readonly etaSeconds: number | null;
}

/** Shows progress on standard error, where it is in nobody's way. */
export type Meter = Readonly<{ show: (progress: Progress) => void; stop: () => void }>;

/** No more than this passes in silence; a log file wants a line now and then, and no bar. */
const SILENCE_MS = 30_000;

type Output = Readonly<{ isTerminal: boolean; say: (line: string) => void; now: () => number }>;

const standardError: Output = {
  isTerminal: process.stderr.isTTY,
  say: (line) => console.error(line),
  now: () => performance.now(),
};

/** A bar on a terminal, else a line now and then; `unit` is what is counted: `events`. */
export function meterOf(unit: string, output: Output = standardError): Meter {
  return output.isTerminal ? barMeter(unit) : lineMeter(unit, output);
}

function barMeter(unit: string): Meter {
  const bar = new SingleBar({
    format: `{bar} {percentage} % | {value} of {total} ${unit} | {rate} a second | {left} left`,
    hideCursor: true,
  });
  let isStarted = false;
  return {
    show({ done, total, rate, etaSeconds }) {
      const shown = { rate: rate.toFixed(0), left: durationOf(etaSeconds) };
      if (isStarted) bar.setTotal(total);
      else bar.start(total, done, shown);
      isStarted = true;
      bar.update(done, shown);
    },
    stop: () => bar.stop(),
  };
}

/** A line for every tenth part, and where that takes long every half minute. */
function lineMeter(unit: string, { say, now }: Output): Meter {
  let told = -1;
  let toldAt = now();
  return {
    show({ done, total, rate, etaSeconds }) {
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      const isSilent = now() - toldAt >= SILENCE_MS;
      if (tenth <= told && !isSilent) return;
      told = tenth;
      toldAt = now();
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      const left = tenth < 10 && etaSeconds !== null ? `, ${durationOf(etaSeconds)} left` : '';
      const counted = `${String(done)} of ${String(total)} ${unit}`;
      say(`${String(percent)} %: ${counted}, ${rate.toFixed(0)} a second${left}`);
    },
    stop: () => undefined,
  };
}

/** `8 s`, `3 min 20 s`, `1 h 5 min`; a dash where nothing can be said. */
function durationOf(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${String(minutes)} min ${String(whole % 60)} s`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** Rate and time left of a count that begins now, perhaps not at zero. */
export function paceFrom(begun: number, now: () => number = () => performance.now()) {
  const since = now();
  return (done: number, total: number): Progress => {
    const seconds = (now() - since) / 1000;
    const rate = seconds > 0 ? (done - begun) / seconds : 0;
    return { done, total, rate, etaSeconds: rate > 0 ? (total - done) / rate : null };
  };
}
