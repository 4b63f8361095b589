import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

/** Parts of a page, one at a time; which one stands in the address, the first unless told. */
export function AddressTabs({
  label,
  tabs,
}: Readonly<{
  label: string;
  tabs: readonly (readonly [key: string, title: string, part: () => ReactNode])[];
}>): ReactNode {
  const navigate = useNavigate();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const chosen = tabs.find(([key]) => key === search.tab)?.[0] ?? tabs[0]?.[0] ?? '';
  return (
    <Tabs
      selectedKey={chosen}
      onSelectionChange={(key) => {
        void navigate({ to: '.', search: { ...search, tab: String(key) }, replace: true });
      }}
    >
      <TabList aria-label={label} className="tabs">
        {tabs.map(([key, title]) => (
          <Tab key={key} id={key} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(([key, , part]) => (
        <TabPanel key={key} id={key} className="tab-panel">
          {part()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
