import type { Walk } from '../../decide/wizard.ts';

/**
 * Reads the walk out of the page. What the build wrote for people is all there is: a second copy as JSON would
 * weigh as much again, need escaping, and could differ.
 */
export function readWalk(root: ParentNode): Walk {
  return {
    questions: questionFrames(root).map((frame) => {
      const { question = '', text = '', afterQuestion, afterAnswer } = frame.dataset;
      const after =
        afterQuestion === undefined || afterAnswer === undefined
          ? {}
          : { after: { question: afterQuestion, answer: afterAnswer } };
      return {
        id: question,
        text,
        ...after,
        answers: choicesOf(frame)
          .filter(({ value }) => value !== '')
          .map((choice) => ({
            id: choice.value,
            label: choice.closest('label')?.textContent.trim() ?? '',
            seats: words(choice.dataset.seats),
            note: choice.dataset.note ?? '',
          })),
      };
    }),
    seats: [...root.querySelectorAll<HTMLElement>('[data-seat]')].map(({ dataset }) => ({
      id: dataset.seat ?? '',
      label: dataset.label ?? '',
      names: words(dataset.names),
    })),
  };
}

export function questionFrames(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-question]')];
}

/** The radios of one question, or of all. */
export function choicesOf(root: ParentNode): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('.walk-choices input')];
}

/** `a b` → `['a', 'b']`. */
export function words(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}
