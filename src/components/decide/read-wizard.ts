import type { Wizard } from '../../decide/wizard.ts';

/**
 * Reads the wizard from the page's markup. A second copy as JSON would be as large again, need escaping, and could
 * differ from the markup.
 */
export function readWizard(root: ParentNode): Wizard {
  return {
    questions: questionFieldsets(root).map((fieldset) => {
      const { question = '', text = '', afterQuestion, afterAnswer } = fieldset.dataset;
      const after =
        afterQuestion === undefined || afterAnswer === undefined
          ? {}
          : { after: { question: afterQuestion, answer: afterAnswer } };
      return {
        id: question,
        text,
        ...after,
        answers: answerRadios(fieldset)
          .filter(({ value }) => value !== '')
          .map((radio) => ({
            id: radio.value,
            label: radio.closest('label')?.textContent.trim() ?? '',
            slots: splitAtSpaces(radio.dataset.slots),
            note: radio.dataset.note ?? '',
          })),
      };
    }),
    slots: [...root.querySelectorAll<HTMLElement>('[data-slot]')].map(({ dataset }) => ({
      id: dataset.slot ?? '',
      label: dataset.label ?? '',
      names: splitAtSpaces(dataset.names),
    })),
  };
}

export function questionFieldsets(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-question]')];
}

/** Returns the radio buttons inside an element, those that skip a question included. */
export function answerRadios(root: ParentNode): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('.wizard-answers input')];
}

/** `a b` → `['a', 'b']`. */
export function splitAtSpaces(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}
