/** The words of `Forecast.method`, and what each stands for. */
export const forecastMethods = {
  DAY_PROFILE_SAME_WEEKDAY: 'How earlier days of the same weekday went on from this hour.',
  DAY_PROFILE_WORKDAYS: 'How earlier workdays, or for a day of the weekend earlier weekends, went on from this hour.',
  DAY_PROFILE_ALL_DAYS: 'How all earlier days went on from this hour.',
  LINEAR: 'Too little is known of the hours: the rest of the day brings its share of a usual day.',
  TREND: 'The use rises or falls, beyond what chance would do.',
  FLAT: 'No trend that chance could not make: the use stays where it is.',
} as const;

export type ForecastMethod = keyof typeof forecastMethods;
