/** Asks for a token. Owned by the page. */
import { make, write } from '../web/page/elements.ts';

export class SignIn {
  readonly root: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly problem: HTMLElement;

  constructor(parent: Element, tried: (token: string) => void) {
    this.root = make('form', parent, { class: 'card sign-in' });
    make('h2', this.root, { text: 'Admin' });
    const label = make('label', this.root);
    make('span', label, { text: 'Token' });
    this.field = make('input', label);
    this.field.type = 'password';
    this.field.autocomplete = 'current-password';
    this.field.required = true;
    this.field.spellcheck = false;
    make('button', this.root, { text: 'Come in' }).type = 'submit';
    this.problem = make('p', this.root, { class: 'problem', role: 'alert' });
    make('p', this.root, {
      class: 'note',
      text: 'Tokens were shown when the server was started first. It keeps only their hashes.',
    });
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      tried(this.field.value);
    });
  }

  ask(problem: string): void {
    write(this.problem, problem);
    this.field.value = '';
    this.root.hidden = false;
    this.field.focus();
  }
}
