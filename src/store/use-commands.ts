import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Commands, createCommands } from './commands.ts';

export function useCommands(): Commands {
  const client = useQueryClient();
  return useMemo(() => createCommands(client), [client]);
}
