import type { BlockView, SectionView } from './system-prompt.ts';

/** Longest text of a section that stands beside others, in characters. */
const MAX_TEXT_LENGTH = 1_200;

/**
 * Groups sections so that short ones stand side by side: those of the same level that follow each other, such as
 * templates, groups of delegations, or a few lines each. The order stays as written.
 * @returns runs of one or more sections; all others are runs of one
 */
export function sectionRuns(sections: readonly SectionView[]): SectionView[][] {
  const runs: SectionView[][] = [];
  sections.forEach((section, index) => {
    const run = runs.at(-1);
    const previous = run?.[0];
    // A section with sections nested in it stands alone.
    const hasNested = (sections[index + 1]?.level ?? 0) > section.level;
    const continues = previous?.level === section.level && isShort(previous) && isShort(section) && !hasNested;
    if (run && continues) run.push(section);
    else runs.push([section]);
  });
  return runs;
}

/** Whether a section below a main one fits half of the width: a few lines of text, and at most one small element. */
function isShort({ level, blocks }: SectionView): boolean {
  const elements = blocks.filter((block) => block.kind !== 'html');
  const text = blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('');
  const isShortText = !text.includes('<pre') && !text.includes('<table') && lengthOf(text) <= MAX_TEXT_LENGTH;
  return level > 2 && blocks.length > 0 && isShortText && elements.length <= 1 && elements.every(fitsHalf);
}

function fitsHalf(block: BlockView): boolean {
  return block.kind === 'element' && ['form', 'tasks', 'ticks'].includes(block.content.as);
}

function lengthOf(html: string): number {
  return html.replace(/<[^>]*>/g, '').length;
}
