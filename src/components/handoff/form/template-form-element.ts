import type { Form } from '../../../forms/model/form.ts';
import { linesOf, templateForm } from '../../../forms/model/template-form.ts';
import type { FieldLine } from '../../../playbook/elements/templates/template-line.ts';
import { HandoffFormElement } from './handoff-form-element.ts';

/**
 * Makes the form of a template, without interpreting its hints: the markup contains their suggestions already.
 * @param data the data of the form's element: the text, and the fields of its lines as the build has read them
 */
export function makeForm({ text = '', fields = '[]' }: DOMStringMap): Form {
  return templateForm(linesOf(text, JSON.parse(fields) as FieldLine[][]));
}

/** `<template-form>` around the markup of a template's form. */
class TemplateFormElement extends HandoffFormElement {
  protected readonly makeForm = makeForm;
}

customElements.define('template-form', TemplateFormElement);
