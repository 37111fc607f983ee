// Tags are names, one on each line of a text field. With this script they are picked from a list, or typed anew.
'use strict';
{
  const $ = django.jQuery;

  const names = (field) => field.value.split('\n').map((name) => name.trim()).filter(Boolean);

  const found = (answer) => ({
    results: answer.results.map((tag) => ({ id: tag.text, text: tag.text, carriers: tag.carriers })),
    pagination: answer.pagination,
  });

  const asked = (params) => ({
    term: params.term,
    page: params.page,
    app_label: 'taggit',
    model_name: 'taggeditem',
    field_name: 'tag',
  });

  // A new tag is offered after those that are there.
  const made = ({ term }) => (term.trim() ? { id: term.trim(), text: term.trim(), isNew: true } : null);

  const shown = (tag) => {
    if (tag.isNew) return $('<span>').text(`Make a new tag: ${tag.text}`);
    const count = tag.carriers === undefined ? '' : ` (${tag.carriers})`;
    return $('<span>').text(tag.text + count);
  };

  const enhance = (field) => {
    const picker = document.createElement('select');
    picker.multiple = true;
    picker.className = 'tag-picker';
    picker.setAttribute('aria-label', 'Tags');
    names(field).forEach((name) => picker.add(new Option(name, name, true, true)));
    field.after(picker);
    field.hidden = true;
    const help = document.querySelector(`#${field.id}_helptext div`);
    if (help) help.textContent = 'Type to find a tag, or to make a new one.';
    $(picker).select2({
      theme: 'admin-autocomplete',
      tags: true,
      createTag: made,
      insertTag: (others, one) => others.push(one),
      templateResult: shown,
      ajax: { url: field.dataset.tags, delay: 250, cache: true, data: asked, processResults: found },
    }).on('change', () => {
      field.value = $(picker).val().join('\n');
    });
  };

  $(() => document.querySelectorAll('textarea.tag-names').forEach(enhance));
}
