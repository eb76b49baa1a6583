import type { Form } from '../../../forms/model/form.ts';
import { templateForm } from '../../../forms/model/template-form.ts';
import { HandoffForm } from './handoff-form.ts';

/** The form of a template whose fields are in the page already, and with them what their hints mean. */
export function readForm(text: string): Form {
  return templateForm(text, () => ({ kind: 'text', suggestions: [], taking: 'one' }));
}

/** `<template-form>` around the markup of a handoff template's form. */
class TemplateForm extends HandoffForm {
  protected readonly read = readForm;
}

customElements.define('template-form', TemplateForm);
