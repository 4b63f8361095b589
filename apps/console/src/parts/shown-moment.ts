import { createContext } from 'react';
import type { Shown } from '../data/ask.ts';

/** The moment that a part of a page shows; null where nothing was asked, or it is not known yet. */
export const ShownMoment = createContext<Shown | null>(null);
