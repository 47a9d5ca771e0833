-- One role does all the work of the product. It owns nothing and cannot bypass row-level security.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bonafide_app') THEN
		CREATE ROLE bonafide_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT;
	END IF;
EXCEPTION
	-- Another database of the same server made it at the same moment: roles belong to the server.
	WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
	IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
		EXECUTE format('GRANT bonafide_app TO %I', current_user);
	END IF;
EXCEPTION
	-- Somebody else made the role and decides who may act as it; whether this user may is checked when the store is opened.
	WHEN insufficient_privilege THEN NULL;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO bonafide_app;
--> statement-breakpoint
-- FORCE: the owner of the tables is held by the policies too. A tenant is a short, non-empty name; an unset setting is NULL or '' and matches nothing.
DO $$
DECLARE
	relation text;
BEGIN
	FOREACH relation IN ARRAY ARRAY['artifact', 'assessment', 'audit', 'audit_head', 'finding', 'identifier', 'overlap', 'pair', 'persona', 'requisition', 'sketch', 'statement', 'submission']
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
-- What is received and said is added and forgotten, never changed; what is derived is thrown away and made again.
GRANT SELECT, INSERT, DELETE ON artifact, statement, identifier, sketch, overlap, pair, finding, assessment TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON persona, submission, requisition TO bonafide_app;
--> statement-breakpoint
-- The audit is only ever appended to.
GRANT SELECT, INSERT ON audit TO bonafide_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_head TO bonafide_app;
