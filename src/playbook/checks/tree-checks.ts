import { allAnswers, allQuestions, type DecisionTree } from '../elements/decision-tree.ts';
import { arrow } from '../elements/route.ts';
import type { Check } from './folder.ts';

const endsInArrow = new RegExp(`(?:${arrow.source})\\s*$`);

/** Reports branches that end nowhere, and questions that cannot be answered. */
export const checkTrees: Check = ({ agents }, report) => {
  for (const { agent } of agents) {
    const trees = agent.elements.filter((element): element is DecisionTree => element.kind === 'decision-tree');
    if (trees.length === 0) continue;
    const lines = agent.body.split('\n');
    const at = (line: number, words: string) => ({ line, column: (lines[line - 1] ?? '').indexOf(words) + 1 || 1 });
    for (const { questions, from } of trees) {
      for (const { answer } of allAnswers(questions)) {
        const { label, route, line } = answer;
        const isOpen = label.endsWith('?') || endsInArrow.test(lines[line - 1] ?? '');
        if (!route && answer.questions.length === 0 && isOpen) report('tree-dead-end', agent, at(line, label), label);
      }
      for (const { text, answers } of allQuestions(questions)) {
        const labels = new Set<string>();
        for (const { label, line } of answers) {
          const words = label.toLowerCase().replace(/\s+/g, ' ');
          if (words !== '' && labels.has(words)) report('question-same-answer', agent, at(line, label), label);
          labels.add(words);
        }
        if (answers.length === 1 && text.endsWith('?') && !/[│┃├└→]/.test(text)) {
          const found = lines.findIndex((written, index) => index >= from - 1 && written.includes(text));
          const line = found === -1 ? from : found + 1;
          report('question-one-answer', agent, at(line, text), text);
        }
      }
    }
  }
};
