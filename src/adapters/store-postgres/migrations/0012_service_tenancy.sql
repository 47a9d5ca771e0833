-- The same walls as in 0001_tenancy for runs, signed roots of the log, mails and hooks.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['run', 'audit_root', 'mail_wish', 'mail', 'endpoint', 'delivery', 'hook_source', 'hook_seen', 'tip']
	LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (tenant <> %L)', relation, relation || '_has_tenant', '');
		EXECUTE format(
			'CREATE POLICY one_tenant ON %I USING (tenant = current_setting(%L, true)) WITH CHECK (tenant = current_setting(%L, true))',
			relation, 'bonafide.tenant', 'bonafide.tenant'
		);
	END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON run, tip TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON mail_wish, mail, endpoint, delivery, hook_source TO bonafide_app;
--> statement-breakpoint
-- Signed roots and what was seen are added and never changed.
GRANT SELECT, INSERT ON audit_root, hook_seen TO bonafide_app;

--> statement-breakpoint
-- The same walls as in 0001_tenancy for the tables of what HTTP needs.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['once_call', 'name_word']
	LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', relation);
		EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (tenant <> %L)', relation, relation || '_has_tenant', '');
		EXECUTE format(
			'CREATE POLICY one_tenant ON %I USING (tenant = current_setting(%L, true)) WITH CHECK (tenant = current_setting(%L, true))',
			relation, 'bonafide.tenant', 'bonafide.tenant'
		);
	END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON once_call TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON name_word TO bonafide_app;
--> statement-breakpoint
-- Whoever makes a backup has to know which tenants there are. The owner of the tables alone, and only where it says that it makes one.
CREATE POLICY all_tenants_for_backup ON audit_head FOR SELECT TO CURRENT_USER USING (current_setting('bonafide.backup', true) = 'on');
