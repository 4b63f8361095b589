import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to the field that the address names (`#campo-…`), once what is shown has it. */
export function useArrival(shown: string | undefined): void {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    if (hash === '') return;
    const field = document.getElementById(hash);
    const around = field?.closest('details');
    if (around) around.open = true;
    field?.scrollIntoView();
    field?.focus();
  }, [hash, shown]);
}
