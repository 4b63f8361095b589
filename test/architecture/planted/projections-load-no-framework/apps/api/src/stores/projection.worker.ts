import { handled } from '../../../../libs/process/src/handled.js';

export const work = [handled];
