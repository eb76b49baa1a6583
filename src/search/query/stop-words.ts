/** Words that queries contain but that say nothing about what to find. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about all am an and any are as at be been being but by can could did do does doing done few for from get ' +
    'gets getting give go goes going good had has have having her here his how i if in into is it its just less ' +
    'like ll lot lots make makes many me more most much my need needs of on one or our out please put puts quite ' +
    're really s shall she should so some t than that the their them then there these they this those to too up ' +
    'us ve versus very vs want wants was way we were what when where whether which while who whom whose why will with ' +
    'would you your'
  ).split(' '),
);
