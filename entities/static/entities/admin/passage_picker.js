// Evidence: the words of a quote are picked from the passages of the chosen article. Without this script they are pasted.
'use strict';
{
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const wordsSelectedIn = (list) => {
    const selection = window.getSelection();
    const place = selection.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
    const passage = place && (place.nodeType === Node.TEXT_NODE ? place.parentElement : place).closest('.passage-text');
    return passage && list.contains(passage) ? selection.toString() : '';
  };

  const open = (answer, quote) => {
    const list = make('ol', { className: 'passage-list' });
    const dialog = make('dialog', { className: 'passage-picker' });
    const say = make('p', { className: 'help' });
    dialog.setAttribute('aria-label', `Passages of ${answer.title}`);
    const take = (words) => {
      quote.value = words;
      dialog.close();
    };
    const button = (label, act, name) => {
      const made = make('button', { type: 'button', textContent: label });
      if (name) made.setAttribute('aria-label', name);
      made.addEventListener('mousedown', (event) => event.preventDefault()); // which would undo the selection
      made.addEventListener('click', act);
      return made;
    };
    answer.passages.forEach(({ text }) => {
      const whole = button('Use all of it', () => take(text), `Use all of: ${text.slice(0, 80)}`);
      list.append(make('li', {}, make('p', { className: 'passage-text', textContent: text }), whole));
    });
    const filter = make('input', { type: 'search', placeholder: 'Find words' });
    filter.setAttribute('aria-label', 'Find words');
    filter.addEventListener('input', () => {
      const sought = filter.value.toLowerCase();
      [...list.children].forEach((row) => {
        row.hidden = !row.firstChild.textContent.toLowerCase().includes(sought);
      });
    });
    const useSelected = button('Use the selected words', () => {
      const words = wordsSelectedIn(list).trim();
      if (words) take(words);
      else say.textContent = 'Select words inside one passage first.';
    });
    const head = make('div', { className: 'passage-head' }, filter, useSelected, button('Close', () => dialog.close()), say);
    dialog.append(make('h2', { textContent: answer.title }), head, list);
    dialog.addEventListener('close', () => {
      dialog.remove();
      quote.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };

  const pick = async (article, quote, say) => {
    say.textContent = '';
    if (!article.value) {
      say.textContent = 'Choose the article first.';
      return;
    }
    const answer = await fetch(`${article.dataset.passages}?article=${encodeURIComponent(article.value)}`);
    if (answer.ok) open(await answer.json(), quote);
    else say.textContent = 'Readers cannot read that article now, so nothing can be quoted from it.';
  };

  const enhance = (row) => {
    const article = row.querySelector('select[data-passages]');
    const quote = row.querySelector('textarea.quote');
    if (!article || !quote || row.querySelector('.pick-words')) return;
    const say = make('span', { className: 'help', role: 'status' });
    const button = make('button', { type: 'button', className: 'button pick-words', textContent: 'Pick from the passages' });
    button.addEventListener('click', () => pick(article, quote, say));
    quote.after(make('div', { className: 'picking' }, button, say));
  };

  document.addEventListener('formset:added', (event) => enhance(event.target));
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('.inline-related:not(.empty-form)').forEach(enhance);
  });
}
