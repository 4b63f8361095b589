import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const PAGES = 'dist/apps/console';
const KIB = 1_024;

const page = readFileSync(`${PAGES}/index.html`, 'utf8');

/** What the first page loads before anything is shown, compressed as the server sends it. */
function weightOf(files: readonly string[]): number {
  const sizes = files.map((file) => gzipSync(readFileSync(`${PAGES}${file}`)).byteLength);
  return sizes.reduce((sum, size) => sum + size, 0) / KIB;
}

function named(pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].map(([, file = '']) => file);
}

describe('the first page of the console', () => {
  it('takes at most 230 kB of scripts and 60 kB of styles, compressed', () => {
    const scripts = named(/(?:src|href)="([^"]+\.js)"/gu);
    const styles = named(/href="([^"]+\.css)"/gu);
    expect(scripts.length).toBeGreaterThan(0);
    expect(styles.length).toBeGreaterThan(0);
    expect(weightOf(scripts)).toBeLessThanOrEqual(230);
    expect(weightOf(styles)).toBeLessThanOrEqual(60);
  });

  it('loads nothing from elsewhere, and holds no script and no style of its own', () => {
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)/u);
  });
});
