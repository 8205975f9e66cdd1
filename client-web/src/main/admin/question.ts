/** A modal question with a few fields, such as why and for how long. Owned by the page. */
import { make, write } from '../web/page/elements.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  /** Allowed values and how they are called; without any it is a text. */
  readonly choices?: readonly (readonly [string, string])[];
}

export interface Asking {
  readonly title: string;
  readonly words?: string;
  readonly fields: readonly Field[];
  readonly deed: string;
  /** Does it; what is thrown is shown, and the question stays open. */
  readonly run: (answers: Readonly<Record<string, string>>) => Promise<string>;
}

const LENGTHS = [
  ['30', '30 minutes'],
  ['120', '2 hours'],
  ['1440', 'a day'],
  ['10080', 'a week'],
] as const;

/** For how long; a ban may be for good, which is 0. */
export function lengthField(forGood: boolean): Field {
  const choices = forGood ? [...LENGTHS, ['43200', '30 days'], ['0', 'for good']] : [...LENGTHS];
  return { name: 'minutes', label: 'For', value: '30', choices: choices as [string, string][] };
}

export function ask(parent: Element, asking: Asking, told: (done: string) => void): void {
  const dialog = make('dialog', parent, { class: 'sheet question' });
  const form = make('form', dialog);
  make('h2', form, { text: asking.title }).id = 'question-title';
  dialog.setAttribute('aria-labelledby', 'question-title');
  if (asking.words) make('p', form, { class: 'note', text: asking.words });
  const inputs = asking.fields.map((field) => [field.name, input(form, field)] as const);
  const problem = make('p', form, { class: 'problem', role: 'alert' });
  const buttons = make('div', form, { class: 'buttons' });
  const deed = make('button', buttons, { text: asking.deed });
  deed.type = 'submit';
  const cancel = make('button', buttons, { class: 'plain', text: 'Cancel' });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    deed.disabled = true;
    const answers = Object.fromEntries(inputs.map(([name, each]) => [name, each.value.trim()]));
    asking
      .run(answers)
      .then((done) => {
        dialog.close();
        told(done);
      })
      .catch((refusal: Error) => write(problem, refusal.message))
      .finally(() => {
        deed.disabled = false;
      });
  });
  dialog.showModal();
}

function input(form: Element, field: Field): HTMLInputElement | HTMLSelectElement {
  const label = make('label', form);
  make('span', label, { text: field.label });
  if (!field.choices) {
    const text = make('input', label);
    text.value = field.value ?? '';
    text.placeholder = field.hint ?? '';
    return text;
  }
  const select = make('select', label);
  for (const [value, words] of field.choices) {
    const option = make('option', select, { text: words });
    option.value = value;
    option.selected = value === field.value;
  }
  return select;
}
