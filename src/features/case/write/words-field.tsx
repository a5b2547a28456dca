import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { Offer } from '#domain/command.ts';
import { RichTextView } from '#ui/rich-text/rich-text-view.tsx';
import classes from './write.module.css';

type WordsFieldProps = {
  label: string;
  text: string;
  format: Offer['format'];
  onChange: (text: string) => void;
  /** Ctrl+Enter. */
  onSend: () => void;
  isFailed: boolean;
  minRows?: number;
  maxRows?: number;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Where words are typed, and for Markdown how they will look. */
export function WordsField(props: WordsFieldProps) {
  const { label, text, format, onChange, onSend, isFailed, minRows = 3, maxRows = 6, ref } = props;
  const [isPreview, setPreview] = useState(false);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within it
    <div className={classes['words']} onKeyDown={onKeyDown}>
      {format === 'markdown' ? (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes['previewToggle'] ?? ''}
          aria-pressed={isPreview}
          onClick={() => setPreview(!isPreview)}
        >
          Preview
        </Button>
      ) : null}
      {isPreview ? (
        <section className={classes['preview']} aria-label={`Preview of ${label.toLowerCase()}`}>
          {text === '' ? 'Nothing is written yet.' : <RichTextView format={format} text={text} />}
        </section>
      ) : (
        <Textarea
          ref={ref}
          aria-label={label}
          error={isFailed}
          autosize
          minRows={minRows}
          maxRows={maxRows}
          value={text}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
