import type { Form, FormField, Segment } from '../../forms/model/form.ts';
import { readHint } from '../../forms/model/hint-kinds.ts';
import { messageForm } from '../../forms/model/message-form.ts';
import { readLines, templateForm } from '../../forms/model/template-form.ts';
import { elementPath, handoffsPath, href } from '../../links.ts';
import type { HandoffTemplate } from '../../playbook/elements/handoff-template.ts';
import type { Message } from '../../playbook/elements/message.ts';

/** What can be handed to another agent: a template to fill in, or a message to send. */
export type Handoff = HandoffTemplate | Message;

/** A field where it stands in the form. */
export interface FieldView extends FormField {
  /** Of its text area, unique on the page. */
  id: string;
  /** What stands in front of the hint: nothing, or that it is a sample. */
  hintLead: string;
}

/** A field, or the fields of one object of a message under its name. */
export type FormPart = { field: FieldView } | { legend: string; parts: FormPart[] };

/** A form as markup: the same on its own page and on the persona page. */
export interface HandoffFormView {
  /** What ids of its parts begin with. */
  id: string;
  kind: Form['kind'];
  title: string;
  /** The template or the message as written: the behaviour makes the same form of it. */
  text: string;
  /** Under which drafts are kept on the reader's device: the same wherever the form stands. */
  storeKey: string;
  /** Name of the file that is downloaded. */
  fileName: string;
  parts: FormPart[];
  /** Id of the first field; absent in a form of none. */
  first?: string;
  total: number;
  /** The text with nothing filled in. */
  segments: Segment[];
}

/** Makes the form of a template or a message. */
export function formOf({ kind, text }: Handoff): Form {
  return kind === 'message' ? messageForm(text) : templateForm(readLines(text, readHint));
}

/**
 * The form of a placed template or message, ready to be laid out.
 * @param id of the placed element
 */
export function handoffFormView(id: string, element: Handoff): HandoffFormView {
  const form = formOf(element);
  const formId = `playbook:${element.slug}`;
  const fields = form.fields.map((field, index) => ({
    ...field,
    id: `${formId}:${String(index + 1)}`,
    hintLead: form.kind === 'message' ? sampleLead(field) : '',
  }));
  return {
    id: formId,
    kind: form.kind,
    title: element.title,
    text: element.text,
    storeKey: storeKeyOf(id, element),
    fileName: `${element.slug}.${form.kind === 'message' ? 'json' : 'md'}`,
    parts: grouped(fields, 0),
    ...(fields[0] && { first: fields[0].id }),
    total: fields.length,
    segments: form.render({}, 'hints'),
  };
}

function sampleLead({ kind }: FormField): string {
  return kind === 'list' ? 'Sample, one on each line:' : 'Sample:';
}

export function handoffPath(id: string, element: Handoff): `/${string}` {
  return elementPath({ id, element }) ?? handoffsPath;
}

/** The page's address with the base path: two playbooks on one host share one store. */
export function storeKeyOf(id: string, element: Handoff): string {
  return `playbook:${href(handoffPath(id, element))}`;
}

/** Fields that stand in the same object, one after the other, as one part. */
function grouped(fields: readonly FieldView[], depth: number): FormPart[] {
  const parts: FormPart[] = [];
  for (let index = 0; index < fields.length;) {
    const field = fields[index];
    if (!field) break;
    const legend = field.group[depth];
    if (legend === undefined) {
      parts.push({ field });
      index += 1;
      continue;
    }
    const rest = fields.slice(index);
    const end = rest.findIndex(({ group }) => group[depth] !== legend);
    const inside = end === -1 ? rest : rest.slice(0, end);
    parts.push({ legend, parts: grouped(inside, depth + 1) });
    index += inside.length;
  }
  return parts;
}
