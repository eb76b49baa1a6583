import { templateForm } from '../../forms/template-form.ts';
import { HandoffForm } from './handoff-form.ts';

/** `<template-form>` around the markup of a handoff template's form. */
class TemplateForm extends HandoffForm {
  protected read(text: string) {
    // What the hints mean is in the markup already.
    return templateForm(text, () => ({ kind: 'text', suggestions: [], taking: 'one' }));
  }
}

customElements.define('template-form', TemplateForm);
