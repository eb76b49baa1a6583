import type { List, ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestTitle, type ElementBase, type ElementDefinition, type Place, type Recogniser } from './element.ts';
import { itemLine, itemText } from './list-item.ts';

export interface GateItem {
  /** Plain text. */
  text: string;
  /** Whether the file has it ticked. */
  done: boolean;
  line: number;
}

/** A phase's checklist: `- [ ]` items (`gate`), or plain bullets under a title that announces one (`checklist`). */
export interface QualityGate extends ElementBase {
  kind: 'quality-gate';
  form: 'gate' | 'checklist';
  items: GateItem[];
}

/** Titles that announce a checklist. "Before submitting" and its like are from agents that check their own work. */
export const checklistTitle =
  /\bcheck-?lists?\b|\bquality (?:gates?|checks?)\b|\bdefinition of (?:done|ready)\b|\b(?:acceptance|exit|entry|done|completion|blocking|approval|rejection|release|pass(?:ing)?) criteria\b|^success criteria$|\b(?:what|things|points|items|aspects|flags) to (?:check|verify)\b|\balways-check\b|\b(?:critical|validation|verification|final|safety|sanity|self) checks\b|\b(?:pre|post)-\w+ (?:checks|verification)\b|^before (?:\w+ )?(?:finali[sz]|submit|deliver|commit|complet|finish|return|merg|releas|hand)\w*/i;

/** Introductions of checks, whatever the title: "For every language, verify". */
const checksIntro =
  /^(?:for|before|after|on|in|at|when|always|you must|must)\b.{0,120}\b(?:verify|check|confirm|validate|make sure)(?: that| the following| (?:your|each|the) \w+)?$|^(?:always |you must )?(?:verify|confirm|ensure|double-check)(?: that| the following)?$|^(?:check|verify|confirm|validate) that\b.{1,80}$|\bcheck for$/i;

/** Sub-headings under which a checklist's heading has something other than checks. */
const asideTitle =
  /\b(?:clarify|ask|consider|provide|include|request|discuss)$|^(?:notes?|examples?|background|references|usage|see also|related|tools?|resources|when to|customi[sz]\w*)\b|\banti-?patterns?\b|\bavoid\b/i;

/** A box that authors draw instead of `[ ]`, and how it looks when it is ticked. */
const drawnBox = /^(?:[☐□▢◻⬜]|([☑☒✅✓✔]))\uFE0F?\s+/u;

/** Recognises a list whose every item is a task, or any list whose title announces a checklist. */
const recogniseQualityGate: Recogniser<QualityGate> = (node, place) => {
  if (node.type !== 'list') return;
  const tasks = node.children.filter(({ checked }) => typeof checked === 'boolean').length;
  const hasBoxes = node.children.every((item) => drawnBox.test(itemText(item))) && hasOpenBox(node);
  const isGate = tasks === node.children.length || hasBoxes;
  const title = checklistTitleAt(place);
  // A list of what an answer has, in a part of its format, checks nothing.
  const isAnswer = place.headings
    .slice(0, -1)
    .some((heading) => /\b(?:output|report|format|template)s?\b/i.test(heading));
  if (!isGate && (isAnswer || tasks > 0 || node.children.length < 2 || title === undefined || listsTools(node))) return;
  return {
    kind: 'quality-gate',
    form: isGate ? 'gate' : 'checklist',
    // A list with boxes is a gate whatever its title: it has the nearest one, as all elements.
    ...(title === undefined || isGate ? {} : { title }),
    items: node.children.map((item) => {
      const text = itemText(item) || toString(item);
      const box = drawnBox.exec(text);
      return {
        text: hasBoxes ? text.slice(box?.[0].length) : text,
        done: item.checked === true || (hasBoxes && box?.[1] !== undefined),
        line: itemLine(item),
      };
    }),
  };
};

/** Whether a list has a box to tick. A list of nothing but ✅ praises features. */
function hasOpenBox(list: List): boolean {
  return list.children.some((item) => /^[☐□▢◻⬜]/u.test(itemText(item)));
}

/** Returns the title of a checklist at a place, with the heading above it if only that one announces the checklist. */
function checklistTitleAt(place: Place): string | undefined {
  const nearest = nearestTitle(place);
  if (asideTitle.test(nearest)) return;
  if (checklistTitle.test(nearest)) return nearest;
  // "Check for" says less than the heading above.
  if (checksIntro.test(place.intro)) return /\bcheck for$/i.test(nearest) ? place.headings.at(-1) : nearest;
  const above = place.headings.at(place.label === '' ? -2 : -1) ?? '';
  return checklistTitle.test(above) ? `${above}: ${nearest}` : undefined;
}

/** Whether most items are a name in code with an explanation: a list of tools, not of checks. */
function listsTools({ children }: List): boolean {
  return children.filter(isTool).length * 2 > children.length;
}

function isTool({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const [name, next] = first.children;
  const isName = name?.type === 'inlineCode' || name?.type === 'link';
  return isName && (next === undefined || (next.type === 'text' && /^\s*(?:[:–—(]|- )/.test(next.value)));
}

export const qualityGate: ElementDefinition<QualityGate> = {
  name: { one: 'quality gate', many: 'gates and checklists' },
  recognise: recogniseQualityGate,
  textLines: ({ items }) => items.map(({ text }) => text),
  references: () => [],
};
