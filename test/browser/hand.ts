import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 120;

/** How somebody does what they do on a page. */
export interface Hand {
  /** Follows a link, or presses a button. */
  press(what: Locator): Promise<void>;
  /** Chooses the option of a group, counted from its first. */
  choose(options: Locator, nth: number): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Steps on a slider, so many to the left. */
  back(slider: Locator, steps: number): Promise<void>;
}

/** With a pointer; what is drawn over a field is what one points at. */
export function byMouse(page: Page): Hand {
  return {
    press: (what) => what.click(),
    choose: (options, nth) => options.nth(nth).locator('xpath=ancestor::label').click(),
    write: async (field, text) => {
      await field.click();
      await page.keyboard.type(text);
    },
    back: async (slider, steps) => {
      const previous = page.getByRole('button', { name: /^(?:Precedente|Previous)$/u });
      await slider.waitFor();
      for (let step = 0; step < steps; step += 1) await previous.click();
    },
  };
}

/** With nothing but keys: to whatever is meant one comes by Tab. */
export function byKeyboard(page: Page): Hand {
  const keys = async (key: string, times: number) => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  };
  return {
    press: async (what) => {
      await tabTo(page, what);
      await page.keyboard.press('Enter');
    },
    choose: async (options, nth) => {
      await tabTo(page, options.first());
      await (nth === 0 ? page.keyboard.press('Space') : keys('ArrowDown', nth));
    },
    write: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.type(text);
    },
    back: async (slider, steps) => {
      await tabTo(page, slider);
      await keys('ArrowLeft', steps);
    },
  };
}

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(wanted)}`);
}
