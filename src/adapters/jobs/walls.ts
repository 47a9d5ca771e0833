import type { Direct } from '../store-postgres/index.ts'

/** Of pg-boss's tables. */
export const SCHEMA = 'jobs'

/**
 * The queue's rows behind the same wall as ours: inside a transaction of a tenant (as `bonafide_app`) only that tenant's jobs can
 * be seen or put in. The worker, which takes from all, works as the owner and sees ids only. One process at a time.
 */
const WALLS = `
begin;
select pg_advisory_xact_lock(7093009302740886629);
grant usage on schema ${SCHEMA} to bonafide_app;
grant select on ${SCHEMA}.queue to bonafide_app;
grant select, insert on ${SCHEMA}.job_common to bonafide_app;
alter table ${SCHEMA}.job_common enable row level security;
do $$
begin
  if not exists (select from pg_policies where schemaname = '${SCHEMA}' and tablename = 'job_common' and policyname = 'one_tenant') then
    create policy one_tenant on ${SCHEMA}.job_common to bonafide_app
      using (data ->> 'tenant' = current_setting('bonafide.tenant', true))
      with check (data ->> 'tenant' = current_setting('bonafide.tenant', true));
  end if;
end
$$;
commit;`

export async function wallTenants(direct: Direct): Promise<void> {
  await direct.execute(WALLS)
}
