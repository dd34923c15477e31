import { runCanary } from '@/lib/features/canary/run-canary';
import type { Command } from '../command';

export const canaryRun: Command = {
  usage: '',
  summary: 'try to get from one tenant to another; 1 when something got through or differs',
  async run(ctx) {
    const { tables, attempts, leaks, drift, details, signed } = await runCanary(ctx, 'Command line');
    const counts = `${tables} tables, ${attempts} attempts, ${leaks} leaks, ${drift} differences`;
    const lines = [
      counts,
      ...details.leaks.map((sentence) => `  leak: ${sentence}`),
      ...details.drift.map((sentence) => `  drift: ${sentence}`),
      ...details.notes.map((sentence) => `  note: ${sentence}`),
      `signed by ${signed.keyId}`,
    ];
    return {
      json: { tables, attempts, leaks, drift, signature: signed.signature },
      text: lines.join('\n'),
      refused: leaks + drift > 0,
    };
  },
};
