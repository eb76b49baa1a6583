import type { FormController } from '../../../forms/form-controller.ts';
import { countFilled, type Form, type Values } from '../../../forms/model/form.ts';
import { mayBeForm, movePastedToDraft, withoutFence } from '../../../forms/pasted-form.ts';
import { announce } from '../../../lib/announce.ts';
import { createElement } from '../../../lib/dom.ts';
import type { FieldRow } from '../form/field-list.ts';

/** The template or message that a form was made from. */
export interface FormSource {
  title: string;
  text: string;
}

/** Offers to fill the form when the reader pastes a whole filled form into one of its fields. */
export function mountPasteOffers(
  rows: readonly FieldRow[],
  source: FormSource,
  controller: FormController,
  signal: AbortSignal,
): void {
  for (const row of rows) {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const valueBefore = row.text.value;
      const text = clipboardData?.getData('text/plain') ?? '';
      if (!mayBeForm(text)) return;
      const offer = async () => {
        const values = await parseForm(controller.form.kind, source.text, withoutFence(text));
        if (!values || Object.keys(values).length === 0 || signal.aborted) return;
        showOffer(row, valueBefore, values, source.title, controller, signal);
      };
      // On `input`, because the paste may still be prevented.
      row.text.addEventListener('input', () => void offer(), { signal, once: true });
    };
    row.text.addEventListener('paste', paste, { signal });
  }
}

/** Parses a filled form; `undefined` if the text is another one. The parser is loaded here, because few readers paste. */
async function parseForm(kind: Form['kind'], source: string, text: string): Promise<Values | undefined> {
  if (kind === 'message') {
    const { parseMessage } = await import('../../../forms/model/message-parser.ts');
    return parseMessage(source, text);
  }
  const { parseTemplate } = await import('../../../forms/model/template-parser.ts');
  return parseTemplate(source, text);
}

/** Shows the offer below the field. It ends when the reader types on, copies the text or shows another draft. */
function showOffer(
  { field, text }: FieldRow,
  valueBefore: string,
  values: Values,
  title: string,
  controller: FormController,
  formSignal: AbortSignal,
) {
  const { filled, total } = countFilled(controller.form, values);
  const description = `This is a filled “${title}”: ${String(filled)} of ${String(total)}.`;
  const button = createElement('button', { type: 'button', class: 'button' }, 'Fill in the form');
  const offer = createElement(
    'div',
    { class: 'notice' },
    createElement('p', {}, description),
    createElement('p', {}, button),
  );
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, formSignal]);
  const end = () => {
    ending.abort();
    offer.remove();
  };
  const accept = () => {
    end();
    controller.drafts.edit((drafts, id) => movePastedToDraft(drafts, id, { key: field.key, valueBefore }, values));
    controller.showShared(undefined);
    text.focus();
    announce(`${controller.shown?.name ?? ''}: ${String(filled)} of ${String(total)} filled`);
  };
  button.addEventListener('click', accept, { signal });
  text.addEventListener('input', end, { signal });
  controller.on('validate', end, signal);
  text.after(offer);
  announce(`${description} The next button fills in the form.`);
}
