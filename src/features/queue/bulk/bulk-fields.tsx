import { Checkbox, NativeSelect, TagsInput, Textarea } from '@mantine/core';
import { severities, severityLabels, statuses, statusLabels } from '#domain/words.ts';
import { type BulkForm, type BulkGroup, findOffer, me, nobody } from './bulk-form.ts';

type BulkFieldsProps = {
  form: BulkForm;
  groups: readonly BulkGroup[];
  /** Tags that the selected rows have. */
  tags: readonly string[];
  onChange: (change: Partial<BulkForm>) => void;
  onText: (text: string) => void;
};

const noChoice = { value: '', label: 'Choose' };

/** What is asked once, in our words. */
export function BulkFields({ form, groups, tags, onChange, onText }: BulkFieldsProps) {
  const offers = groups.flatMap(group => findOffer(group.offers ?? [], form.action) ?? []);
  switch (form.action) {
    case 'status':
      return (
        <NativeSelect
          label="Status"
          data-autofocus
          value={form.status ?? ''}
          onChange={event =>
            onChange({
              status: statuses.find(known => known === event.currentTarget.value) ?? null,
              picked: {},
            })
          }
          data={[
            noChoice,
            ...statuses
              .filter(status => status !== 'other')
              .map(status => ({ value: status, label: statusLabels[status] })),
          ]}
        />
      );
    case 'severity':
      return (
        <NativeSelect
          label="Severity"
          data-autofocus
          value={form.severity ?? ''}
          onChange={event =>
            onChange({
              severity: severities.find(known => known === event.currentTarget.value) ?? null,
              picked: {},
            })
          }
          data={[
            noChoice,
            ...severities
              .filter(severity => severity !== 'unknown')
              .map(severity => ({ value: severity, label: severityLabels[severity] })),
          ]}
        />
      );
    case 'assignee': {
      const people = [...new Set(offers.flatMap(({ choices }) => choices.map(({ label }) => label)))];
      return (
        <NativeSelect
          label="Assignee"
          data-autofocus
          value={form.assignee ?? ''}
          onChange={event => onChange({ assignee: event.currentTarget.value || null, picked: {} })}
          data={[
            noChoice,
            { value: me, label: 'Me' },
            { value: nobody, label: 'Nobody' },
            ...people.sort((one, other) => one.localeCompare(other, 'en')),
          ]}
        />
      );
    }
    case 'tags':
      return (
        <>
          <TagsInput
            label="Add"
            data-autofocus
            value={[...form.add]}
            data={[...tags]}
            maxDropdownHeight={200}
            acceptValueOnBlur
            onChange={add => onChange({ add })}
          />
          <TagsInput
            label="Remove"
            value={[...form.remove]}
            data={[...tags]}
            maxDropdownHeight={200}
            acceptValueOnBlur
            onChange={remove => onChange({ remove })}
          />
        </>
      );
    case 'note':
      return (
        <>
          <Text label="Note" text={form.text} onText={onText} />
          {offers.some(({ canBeInternal }) => canBeInternal === true) ? (
            <Checkbox
              label="Internal: not for the customer's eyes"
              checked={form.isInternal}
              onChange={event => onChange({ isInternal: event.currentTarget.checked })}
            />
          ) : null}
        </>
      );
    case 'close':
      return (
        <>
          <Text label="Reason" text={form.text} onText={onText} />
          {offers.some(({ canTakeAlerts }) => canTakeAlerts === true) ? (
            <Checkbox
              label="Also close the alerts of each"
              checked={form.withAlerts}
              onChange={event => onChange({ withAlerts: event.currentTarget.checked })}
            />
          ) : null}
        </>
      );
  }
}

function Text({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  return (
    <Textarea
      label={label}
      data-autofocus
      autosize
      minRows={3}
      maxRows={8}
      value={text}
      onChange={event => onText(event.currentTarget.value)}
    />
  );
}
