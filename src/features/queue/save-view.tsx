import { Button, Checkbox, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { useNavigate } from 'react-router';
import { changeAnalystSettings, getAnalystSettings } from '#store/analyst-settings.ts';
import { builtInViews } from '#store/view/built-in-views.ts';
import { Dialog } from '#ui/panes/dialog.tsx';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { normalSearch, useNamedViews } from './use-view-tabs.ts';

type SaveViewProps = { search: string };

/** Keeps the view as it stands under a name; also makes it the one that opens first, renames nothing, removes on wish. */
export const SaveView = memo(function SaveView({ search }: SaveViewProps) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const navigate = useNavigate();
  const views = useNamedViews();
  const current = views.find(view => normalSearch(view.search) === normalSearch(search));
  const isTaken = builtInViews.some(view => view.name.toLowerCase() === name.trim().toLowerCase());
  const isReplacing = views.some(view => !view.isBuiltIn && view.name === name.trim());

  function save() {
    const kept = getAnalystSettings().savedViews.filter(view => view.name !== name.trim());
    changeAnalystSettings({
      savedViews: [...kept, { name: name.trim(), search: search.replace(/^\?/, '') }],
      ...(isDefault ? { defaultView: name.trim() } : {}),
    });
    setOpen(false);
  }

  function remove(viewName: string) {
    const { savedViews, defaultView } = getAnalystSettings();
    changeAnalystSettings({
      savedViews: savedViews.filter(view => view.name !== viewName),
      defaultView: defaultView === viewName ? null : defaultView,
    });
    void navigate('/queue');
  }

  return (
    <>
      <MenuButton
        label="Save view"
        sections={[
          {
            heading: '',
            entries: [
              {
                label: 'Save this view…',
                onSelect: () => {
                  setName(current?.isBuiltIn === false ? current.name : '');
                  setDefault(false);
                  setOpen(true);
                },
              },
              ...(current === undefined
                ? []
                : [
                    {
                      label: `Open with “${current.name}”`,
                      onSelect: () => changeAnalystSettings({ defaultView: current.name }),
                    },
                  ]),
              ...(current === undefined || current.isBuiltIn
                ? []
                : [
                    {
                      label: `Remove “${current.name}”`,
                      isDangerous: true,
                      onSelect: () => remove(current.name),
                    },
                  ]),
            ],
          },
        ]}
      />
      <Dialog
        title="Save this view"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        widthPx={380}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="filled" disabled={name.trim() === '' || isTaken} onClick={save}>
              {isReplacing ? 'Replace view' : 'Save view'}
            </Button>
          </>
        }
      >
        <TextInput
          label="Name"
          data-autofocus
          value={name}
          maxLength={60}
          error={isTaken ? 'A built-in view has this name.' : undefined}
          onChange={event => setName(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && name.trim() !== '' && !isTaken) save();
          }}
        />
        <Checkbox
          mt="sm"
          label="Open Casefold with this view"
          checked={isDefault}
          onChange={event => setDefault(event.currentTarget.checked)}
        />
      </Dialog>
    </>
  );
});
