/** Whether a street's demo data have been written. Frozen. */
export const DEMO = `
create table platform_demo (street_id text collate "C" primary key, at timestamptz(3) not null);
`
