import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { copy, result } from './handoff-forms.ts';

// The scripts in the file call alert(), and the shared fixture fails any test in which a dialog opens.
test.use({ site: 'malformed' });

/** Opens a form of the hostile agent from the list, because its title is an attack. */
async function open(page: Page, region: string) {
  await page.goto('./handoffs/');
  const entry = page.getByRole('region', { name: region }).getByRole('listitem').filter({ hasText: '../../x' });
  await entry.getByRole('heading').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function fields(page: Page) {
  return page.getByRole('main').getByRole('textbox').filter({ visible: true });
}

test('a hostile template becomes a form of plain text, whatever its fields are called', async ({ page }) => {
  await open(page, 'Handoff templates');
  await expect(fields(page)).toHaveCount(3);
  await expect(fields(page).nth(0)).toHaveAccessibleName('</label><img src=x onerror=alert(32)>');
  await fields(page).nth(1).fill('into the prototype');
  await fields(page).nth(2).fill('$& </textarea>');
  expect(await copy(page)).toBe(
    [
      '## </pre><script>alert(31)</script>',
      `**</label><img src=x onerror=alert(32)>**: ["><script>alert(33)</script>/' onfocus=alert(34)/$&]`,
      '**__proto__**: into the prototype',
      '**constructor**: $& </textarea>',
    ].join('\n'),
  );
  await page.reload();
  await expect(fields(page).nth(1)).toHaveValue('into the prototype');
  expect(await page.evaluate(() => Reflect.get({}, 'into') as unknown)).toBeUndefined();
});

test('a hostile message stays valid JSON with the same keys', async ({ page }) => {
  await open(page, 'Messages');
  await page.getByRole('textbox', { name: 'constructor' }).fill('2');
  await page.getByRole('textbox', { name: 'timestamp' }).fill('"</script>\\');
  const text = await copy(page);
  expect(text).toContain('"__proto__": {');
  const message = JSON.parse(text) as Record<string, unknown>;
  expect(message.timestamp).toBe('"</script>\\');
  expect(message.constructor).toBe(2);
  expect(await result(page).textContent()).toBe(text);
});
