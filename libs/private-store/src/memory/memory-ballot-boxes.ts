import { BallotBoxes } from '../ballot-boxes.js';
import type { BallotBox, BallotPaper, PaperPut } from '../ballot-boxes.js';
import type { Resealed } from '../box-keys.js';
import { newSealingKey } from '../seal.js';

interface Kept {
  readonly key: string;
  readonly papers: ReadonlyMap<string, BallotPaper>;
  readonly shutBy: string | null;
}

/** Keeps boxes until the process ends. For tests. */
export class MemoryBallotBoxes extends BallotBoxes {
  readonly #boxes = new Map<string, Kept>();

  make(box: string): Promise<void> {
    if (!this.#boxes.has(box)) {
      this.#boxes.set(box, { key: newSealingKey(), papers: new Map(), shutBy: null });
    }
    return Promise.resolve();
  }

  find(box: string): Promise<BallotBox | null> {
    return Promise.resolve(shown(this.#boxes.get(box)));
  }

  all(): Promise<readonly string[]> {
    return Promise.resolve([...this.#boxes.keys()].sort());
  }

  put(box: string, paper: BallotPaper, replaces: string | null): Promise<PaperPut> {
    return Promise.resolve(this.#put(box, paper, replaces));
  }

  #put(box: string, paper: BallotPaper, replaces: string | null): PaperPut {
    const kept = this.#boxes.get(box);
    if (!kept) return 'gone';
    if (kept.shutBy !== null) return 'shut';
    const lies = kept.papers.get(paper.seat);
    if (lies && lies.commandId !== replaces) return 'taken';
    this.#boxes.set(box, { ...kept, papers: new Map(kept.papers).set(paper.seat, paper) });
    return 'put';
  }

  shut(box: string, count: string): Promise<BallotBox | null> {
    const kept = this.#boxes.get(box);
    if (kept) this.#boxes.set(box, { ...kept, shutBy: count });
    return Promise.resolve(shown(kept));
  }

  reopen(box: string, count: string): Promise<void> {
    const kept = this.#boxes.get(box);
    if (kept?.shutBy === count) this.#boxes.set(box, { ...kept, shutBy: null });
    return Promise.resolve();
  }

  destroy(box: string): Promise<void> {
    this.#boxes.delete(box);
    return Promise.resolve();
  }

  /** In memory they are under no seal. */
  reseal(): Promise<Resealed> {
    return Promise.resolve({ moved: 0, lost: 0 });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function shown(kept: Kept | undefined): BallotBox | null {
  if (!kept) return null;
  const papers = [...kept.papers.values()].sort((a, b) => (a.seat < b.seat ? -1 : 1));
  return { key: kept.key, papers };
}
