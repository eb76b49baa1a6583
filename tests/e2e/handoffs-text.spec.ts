import { type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import {
  clipboard,
  copy,
  announcement,
  field,
  filledCount,
  formEnhanced,
  inMain,
  result,
  shareLink,
} from './handoff-forms.ts';
import { filledText, templatesOfFile } from '../site/template-fields.ts';
import { interceptRequests } from './request-switch.ts';

const hostile = [
  "$& $1 $$ $` $' ${x} \\1 %s",
  'with `code` and **bold**, [a hint] and "quotes" — \'single\' <b>&amp;</b>',
  '</script><script>alert(1)</script>',
  'first line\nsecond line\n\n- after a gap',
  'before\n```rust\nfn main() {}\n```\nafter',
  '````\n```\nnested\n```\n````',
  '👩‍🚀 emoji, עברית from right to left, 専門',
];

async function fillAll(page: Page, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value);
}

/** Returns a hostile value for each field. Over the four templates, every value is tried in several places. */
function hostileValues({ fields }: (typeof templates)[number], index: number): Record<string, string> {
  return Object.fromEntries(fields.map(({ label }, at) => [label, hostile[(at + 2 * index) % hostile.length] ?? '']));
}

const templates = templatesOfFile();

test('every template of a file is copied, downloaded and shared exactly as it was filled', async ({
  page,
  context,
}) => {
  for (const [index, template] of templates.entries()) {
    const values = hostileValues(template, index);
    const expected = filledText(template, values);
    await page.goto(template.path);
    await fillAll(page, values);
    await expect(filledCount(page, '7 of 7')).toBeVisible();
    expect(await copy(page), template.title).toBe(expected);
    expect(await result(page).textContent()).toBe(expected);
    if (index > 0) continue;

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .md' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${template.title.toLowerCase().replaceAll(' ', '-')}.md`);
    expect(await readFile(await download.path(), 'utf8')).toBe(expected);

    const link = await shareLink(page);
    const other = await context.newPage();
    await other.goto(link);
    await expect(inMain(other, /^This link contains a draft/)).toBeVisible();
    for (const [label, value] of Object.entries(values)) await expect(field(other, label)).toHaveValue(value);
    expect(await copy(other)).toBe(expected);
    await other.close();
  }
});

test.describe('a filled template', () => {
  const [template] = templatesOfFile();
  if (!template) throw new Error('rust-pro has no template.');
  const [first, second] = template.fields;
  if (!first || !second) throw new Error(`${template.title} has no fields.`);

  test('marks what was typed, shows the hints of unfilled fields, and leaves such fields out on every form if the reader chooses so', async ({
    page,
  }) => {
    await page.goto(template.path);
    await field(page, second.label).fill('10 ms');
    await expect(result(page).locator('mark')).toHaveText(['10 ms']);
    await expect(result(page)).toContainText('[Linux/Windows/macOS/Embedded]');
    await field(page, first.label).fill('שלום world');
    await expect(field(page, first.label)).toHaveCSS('direction', 'rtl');
    await expect(field(page, second.label)).toHaveCSS('direction', 'ltr');
    await field(page, first.label).fill('');

    await page.getByRole('radio', { name: 'leave out' }).check();
    // Using the form has started to load the code behind the choice.
    await expect(result(page)).not.toContainText('[');
    expect(await copy(page)).toBe(`## ${template.title}\n**${second.label}**: 10 ms`);
    await page.goto(templatesOfFile()[1]?.path ?? '');
    await expect(page.getByRole('radio', { name: 'leave out' })).toBeChecked();
    await expect(result(page)).not.toContainText('[');
  });

  test('becomes a prompt for an agent that its file suggests, or for any agent on the roster', async ({ page }) => {
    const roster = await interceptRequests(page, '**/roster.json');
    roster.hold();
    await page.goto('./handoffs/rust-pro-rust-security-request/');
    await field(page, 'Application Type').fill('web service');
    await page.getByText('Copy as a prompt for an agent').click();
    const agent = page.getByRole('combobox', { name: 'Receiving agent' });
    await agent.click();
    // Opening the list takes the code that unfolding the part has started to load.
    await expect(page.getByRole('listbox', { name: 'Agents' }).getByRole('option').first()).toContainText(
      'security-auditor suggested',
    );
    await agent.press('ArrowDown');
    const first = page.getByRole('option', { name: 'security-auditor' });
    await expect(first).toHaveAttribute('aria-selected', 'true');
    roster.pass();
    await expect(page.getByRole('option', { name: 'terraform-specialist' })).toBeAttached();
    await expect(first).toHaveAttribute('aria-selected', 'true');

    await agent.fill('terra');
    await expect(page.getByRole('option', { name: 'terraform-specialist' })).toBeVisible();
    await agent.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Agents' })).toBeHidden();
    await agent.fill('');
    await agent.press('ArrowDown');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await agent.press('Enter');
    await expect(agent).toHaveValue('security-auditor');
    await field(page, 'Task').fill('Look at the $& login');
    await field(page, 'Task').press('Control+Enter');
    await expect(announcement(page, 'The prompt copied')).toHaveCount(1);
    const prompt = await clipboard(page);
    expect(prompt).toMatch(/^@security-auditor Look at the \$& login\n\n## Rust Security Request\n/);
    expect(prompt).toContain('**Application Type**: web service\n');
    await page.reload();
    await page.getByText('Copy as a prompt for an agent').click();
    await expect(agent).toHaveValue('security-auditor');
  });
});

test.describe('a form in a browser that refuses the clipboard', () => {
  test('selects the text and says how to copy it', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      // oxlint-disable-next-line typescript/no-deprecated -- The only way to copy without https.
      document.execCommand = () => false;
    });
    const [template] = templatesOfFile();
    await page.goto(template?.path ?? '');
    await field(page, template?.fields[0]?.label ?? '').fill('Linux');
    await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
    await expect(inMain(page, 'The text is selected: copy it with Control or Command C.')).toBeVisible();
    await expect(announcement(page, 'The text is selected')).toHaveCount(1);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await result(page).textContent());

    await page.getByRole('button', { name: 'Share link' }).click();
    const link = page.getByRole('textbox', { name: 'Text to copy' });
    await expect(link).toBeFocused();
    await expect(link).toHaveValue(/#shared\./);
  });
});

test.describe('a message', () => {
  const report = './handoffs/rust-engineer-progress-report/';

  test('has a field for each of its values, saves an invalid one, stays valid JSON without it, and says which values it lacks', async ({
    page,
  }) => {
    await page.goto(report);
    const group = page.getByRole('group', { name: 'progress' });
    await group.getByRole('textbox', { name: 'test_coverage' }).fill('99% of "lines" </script>\nand \\ more');
    await group.getByRole('textbox', { name: 'unsafe_blocks' }).fill('12');
    await group.getByRole('textbox', { name: 'crates_created' }).fill('core\n日本');
    const copied: unknown = JSON.parse(await copy(page));
    expect(copied).toEqual({
      agent: 'rust-engineer',
      status: 'implementing',
      progress: {
        test_coverage: '99% of "lines" </script>\nand \\ more',
        unsafe_blocks: 12,
        benchmarks: '15% improvement',
        crates_created: ['core', '日本'],
      },
    });
    await expect(filledCount(page, '3 of 6')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .json' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('progress-report.json');
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(copied);

    const blocks = page.getByRole('textbox', { name: 'unsafe_blocks' });
    await blocks.fill('');
    await blocks.pressSequentially('12a');
    await blocks.press('Tab');
    await expect(blocks).toHaveAttribute('aria-invalid', 'true');
    await expect(blocks).toHaveAccessibleDescription(/“12a” is not a number/);
    await expect(filledCount(page, '2 of 6')).toBeVisible();
    expect(JSON.parse(await result(page).innerText())).toMatchObject({ progress: { unsafe_blocks: 3 } });
    await page.reload();
    await expect(blocks).toHaveValue('12a');
    await blocks.fill('12');
    await expect(blocks).not.toHaveAttribute('aria-invalid');
    await expect(filledCount(page, '3 of 6')).toBeVisible();

    await blocks.fill('');
    await blocks.pressSequentially('many');
    await formEnhanced(page);
    await blocks.press('Control+Enter');
    await expect(announcement(page, 'The text without unsafe_blocks copied')).toHaveCount(1);
    await expect(inMain(page, 'Left out, because the value is not valid: unsafe_blocks.')).toBeVisible();
    await expect(blocks).toHaveAccessibleDescription(/“many” is not a number/);
    expect(JSON.parse(await clipboard(page))).toMatchObject({ progress: { unsafe_blocks: 3 } });
    const [incomplete] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .json' }).click(),
    ]);
    await expect(announcement(page, `${incomplete.suggestedFilename()} without unsafe_blocks downloaded`)).toHaveCount(
      1,
    );
    await blocks.fill('1');
    await copy(page);
    await expect(inMain(page, 'Not in the text')).toHaveCount(0);
  });
});
