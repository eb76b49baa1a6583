import type { List, ListItem } from 'mdast';
import { nearestHeading, nearestTitle, type Context } from '../element.ts';
import { itemText } from '../list-item.ts';
import { words } from '../patterns.ts';
import { arrow } from '../route.ts';

/** Whether a list has questions about the work, to answer with yes or no. Such a list needs no title of a checklist. */
export function areQuestionsAboutWork(list: List, context: Context): boolean {
  return areClosedQuestions(list) && !isForUser(context);
}

/** Minimum number of questions to answer with yes or no, because no title has to say that they are checks. */
const MIN_CLOSED_QUESTIONS = 3;

/** Whether the items of a list are questions about the work to answer with yes or no: "Are the loaves brown?". */
function areClosedQuestions({ children }: List): boolean {
  const isClosed = (item: ListItem) =>
    /^(?:[^?:]{1,50}: )?(?:is|are|does|do|did|can|could|would|will|has|have|was|were|should)\b[^?]{1,300}\?/i.test(
      itemText(item),
    );
  const isOfUser = (item: ListItem) => /\b(?:you|your|users? want)\b/i.test(itemText(item));
  return (
    children.length >= MIN_CLOSED_QUESTIONS &&
    children.filter(isClosed).length * 4 >= children.length * 3 &&
    children.filter(isOfUser).length * 2 < children.length &&
    // "Is it cold? → Wait" decides what to do.
    !children.some((item) => arrow.test(itemText(item)))
  );
}

/** Titles and introductions of questions to other people, or of what an agent wants to find out. */
const askedTitle = words(`
  ask, asks, asking, clarif\\w+, interview\\w*, elicit\\w*, questions? (?:to|for),
  users?, stakeholders?, clients?, customers?,
  discover\\w*, gather\\w*, explor\\w+, research\\w*, classify, decide, decisions?, choos\\w+, when to
`);

/** Whether the words above a list of questions say that they are for other people. */
function isForUser(context: Context): boolean {
  return [context.introduction, nearestTitle(context), nearestHeading(context)].some((text) => askedTitle.test(text));
}
