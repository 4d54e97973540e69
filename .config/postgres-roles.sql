-- Least privileges on PostgreSQL: one role makes and changes the tables, the other one serves and can only read and write
-- rows. Run it once in the database of Holoscope, as its administrator, then give both roles a password (\password).
--   1. DATABASE_URL=postgres://holoscope_owner:…  npm run migrate    after each update, before the processes are restarted
--   2. DATABASE_URL=postgres://holoscope_app:…    npm start
do $$ begin
	create role holoscope_owner login;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
	create role holoscope_app login;
exception when duplicate_object or unique_violation then null;
end $$;

-- Nobody else comes into this database, and the app makes no tables in it, not even passing ones.
do $$ begin
	execute format('revoke all on database %I from public', current_database());
	execute format('grant connect on database %I to holoscope_owner, holoscope_app', current_database());
end $$;
revoke all on schema public from public;
grant usage, create on schema public to holoscope_owner;
grant usage on schema public to holoscope_app;
alter default privileges for role holoscope_owner in schema public
	grant select, insert, update, delete on tables to holoscope_app;

-- Writing a table anew, without deleted rows, is its owner's right; the app may ask for this and nothing else of it.
create or replace function public.holoscope_scrub(wanted name, key name) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	execute format('cluster %I using %I', wanted, key);
end $$;
alter function public.holoscope_scrub(name, name) owner to holoscope_owner;
revoke all on function public.holoscope_scrub(name, name) from public;
grant execute on function public.holoscope_scrub(name, name) to holoscope_app;
