-- The same walls as in 0001_tenancy for the tables of people.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['account', 'recovery_code', 'passkey', 'session', 'one_time', 'throttle', 'api_key', 'access_grant', 'dossier_view', 'browsing_event', 'unmasking', 'provider']
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
-- An account is closed, never removed: acts name it.
GRANT SELECT, INSERT, UPDATE ON account TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey, session, throttle, api_key, provider TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON recovery_code, one_time, access_grant, dossier_view, unmasking TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON browsing_event TO bonafide_app;
