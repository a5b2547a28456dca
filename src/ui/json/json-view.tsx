import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { allExpanded, JsonView as JsonTree } from 'react-json-view-lite';
import { CopyButton } from '#ui/text/copy-button.tsx';
import classes from './json-view.module.css';
import { searchJson } from './search-json.ts';

const style = {
  container: classes['tree'] ?? '',
  basicChildStyle: classes['node'] ?? '',
  childFieldsContainer: classes['children'] ?? '',
  label: classes['label'] ?? '',
  clickableLabel: classes['label'] ?? '',
  nullValue: classes['word'] ?? '',
  undefinedValue: classes['word'] ?? '',
  booleanValue: classes['word'] ?? '',
  numberValue: classes['number'] ?? '',
  stringValue: classes['string'] ?? '',
  otherValue: classes['string'] ?? '',
  punctuation: classes['punctuation'] ?? '',
  expandIcon: classes['expand'] ?? '',
  collapseIcon: classes['collapse'] ?? '',
  collapsedContent: classes['collapsed'] ?? '',
  quotesForFieldNames: false,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
};

const openedLevels = 2;
const largestOpened = 200;

function isOpenAtFirst(level: number, value: unknown): boolean {
  return level < openedLevels && !(Array.isArray(value) && value.length > largestOpened);
}

/** `name` says what it is: 'Answer of Argus'. */
export function JsonView({ value, name }: { value: unknown; name: string }) {
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const data = typeof value === 'object' && value !== null ? value : { value };
  const found = useMemo(() => searchJson(data, searched), [data, searched]);
  const isSearching = searched.trim() !== '';
  return (
    <div className={classes['view']}>
      <div className={classes['bar']}>
        <TextInput
          type="search"
          aria-label={`Search in ${name}`}
          placeholder="Search"
          leftSection={<Search size={14} aria-hidden />}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <span className={classes['count']} role="status">
          {isSearching ? `${found.count.toLocaleString('en')} found` : ''}
        </span>
        <CopyButton text={JSON.stringify(value, null, 2) ?? ''} label={`Copy ${name}`} />
      </div>
      <JsonTree
        key={isSearching ? searched : ''}
        data={found.data}
        style={style}
        shouldExpandNode={isSearching ? allExpanded : isOpenAtFirst}
        clickToExpandNode
        aria-label={name}
      />
    </div>
  );
}
