import { nearestHeading, nearestTitle, outerHeading, shortTitle, type Context } from '../element.ts';
import {
  asideTitle,
  checksIntroduction,
  directChecksTitle,
  isChecklistTitle,
  namedChecksTitle,
  outputFormatTitle,
  reviewedPartsTitle,
} from './checklist-words.ts';

/** Longest label of a part of named checks, in UTF-16 code units: "Crust". */
const MAX_PART_LABEL = 40;

/**
 * Returns the title of a checklist, if the titles or the words above a block say that it is one; `undefined` if they do
 * not. If only a heading further up says it, the title has that heading before the nearest one: "Loaf checklist: Crust".
 */
export function checklistTitleAt(context: Context): string | undefined {
  const nearest = nearestTitle(context);
  if (/\bnot (?:as )?a check-?list\b/i.test(nearest) || isOutsideOfChecklist(context)) return;
  if (isChecklistTitle(nearest)) return shortTitle(context);
  // Other words between the title and the list say what the list is.
  const isDirectlyBelow = context.introduction === '' || context.introduction === context.label;
  if (isDirectlyBelow && (namedChecksTitle.test(nearest) || directChecksTitle.test(nearest))) return nearest;
  if (checksIntroduction.test(context.introduction)) return titleOfIntroducedChecks(context);
  return titleOfLabelledPart(context) ?? titleOfPartWithHeading(context);
}

/** Whether the nearest title is of something else than checks, or the block is a part of the format of an answer. */
export function isOutsideOfChecklist(context: Context): boolean {
  return (
    (asideTitle.test(nearestTitle(context)) && !checksIntroduction.test(context.introduction)) ||
    context.headings.slice(0, -1).some((heading) => outputFormatTitle.test(heading))
  );
}

/** Returns the title of checks that only their introduction tells: "For every loaf, verify". */
function titleOfIntroducedChecks(context: Context): string | undefined {
  const nearest = nearestTitle(context);
  const heading = nearestHeading(context);
  // "Check for" says less than the heading above, and "Verify" needs it.
  if (/\bcheck for$/i.test(nearest)) return heading || (/^check for$/i.test(nearest) ? undefined : nearest);
  if (heading === '' || !/^\w+$/.test(nearest)) return shortTitle(context) || context.introduction;
  return isChecklistTitle(heading) ? heading : `${heading}: ${nearest}`;
}

/** Returns the title of a list with a label, "Crust", below the heading or another label of a checklist. */
function titleOfLabelledPart(context: Context): string | undefined {
  const { label, labelAbove = '' } = context;
  if (label === '') return;
  const heading = nearestHeading(context);
  const isBelowChecklist =
    isChecklistTitle(heading) || (label.length <= MAX_PART_LABEL && namedChecksTitle.test(heading));
  if (isBelowChecklist && !/\bnot\b/i.test(label)) {
    return shortTitle(context) === heading ? heading : `${heading}: ${nearestTitle(context)}`;
  }
  if (!isChecklistTitle(labelAbove) || asideTitle.test(labelAbove)) return;
  return `${labelAbove}: ${nearestTitle(context)}`;
}

/** Returns the title of a part of a checklist that has a heading, and perhaps a label: "For every loaf", below "Crust". */
function titleOfPartWithHeading(context: Context): string | undefined {
  const heading = nearestHeading(context);
  const outer = outerHeading(context);
  const isPart =
    isChecklistTitle(outer) ||
    reviewedPartsTitle.test(outer) ||
    (['', context.label].includes(context.introduction) && namedChecksTitle.test(outer));
  if (!isPart || asideTitle.test(heading) || /\bnot\b/i.test(heading)) return;
  return `${outer.replace(/:$/, '')}: ${heading}`;
}
