import { pino } from 'pino';

export const silentPino = pino({ level: 'silent' });
