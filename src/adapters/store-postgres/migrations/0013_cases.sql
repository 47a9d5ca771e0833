CREATE TABLE "case_event" (
	"tenant" text COLLATE "C" NOT NULL,
	"case" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"act" jsonb NOT NULL,
	CONSTRAINT "case_event_case_seq_tenant_pk" PRIMARY KEY("case","seq","tenant")
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"room" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"opened" text COLLATE "C" NOT NULL,
	"changed" text COLLATE "C" NOT NULL,
	"state" jsonb NOT NULL,
	"assignee" text COLLATE "C",
	"members" jsonb,
	"wakes" text COLLATE "C",
	"worked" boolean NOT NULL,
	"rank" integer,
	"since" text COLLATE "C",
	"due" text COLLATE "C",
	"asked_by" text COLLATE "C",
	"asked_at" text COLLATE "C",
	"asked_until" text COLLATE "C",
	CONSTRAINT "case_file_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "case_persona" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"case" text COLLATE "C" NOT NULL,
	"room" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	CONSTRAINT "case_persona_persona_case_tenant_pk" PRIMARY KEY("persona","case","tenant")
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "legal_hold_persona_tenant_pk" PRIMARY KEY("persona","tenant")
);
--> statement-breakpoint
CREATE TABLE "page_mask" (
	"tenant" text COLLATE "C" NOT NULL,
	"artifact" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"page" integer NOT NULL,
	"left" double precision NOT NULL,
	"top" double precision NOT NULL,
	"right" double precision NOT NULL,
	"bottom" double precision NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"lifted" boolean NOT NULL,
	CONSTRAINT "page_mask_artifact_id_lifted_tenant_pk" PRIMARY KEY("artifact","id","lifted","tenant")
);
--> statement-breakpoint
CREATE TABLE "scoring_switch" (
	"tenant" text COLLATE "C" NOT NULL,
	"stopped" boolean NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "scoring_switch_tenant_pk" PRIMARY KEY("tenant")
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"tenant" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"cleared" text COLLATE "C" NOT NULL,
	CONSTRAINT "tombstone_key_tenant_pk" PRIMARY KEY("key","tenant")
);
--> statement-breakpoint
CREATE TABLE "tombstone_salt" (
	"tenant" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	CONSTRAINT "tombstone_salt_tenant_pk" PRIMARY KEY("tenant")
);
--> statement-breakpoint
CREATE TABLE "unscored" (
	"tenant" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	CONSTRAINT "unscored_persona_tenant_pk" PRIMARY KEY("persona","tenant")
);
--> statement-breakpoint
CREATE INDEX "case_file_by_opening" ON "case_file" USING btree ("tenant","room","opened","id");--> statement-breakpoint
CREATE INDEX "case_file_by_rank" ON "case_file" USING btree ("tenant","room","rank","since","id");--> statement-breakpoint
CREATE INDEX "case_file_by_due" ON "case_file" USING btree ("tenant","room","due","id");--> statement-breakpoint
CREATE INDEX "case_file_by_asked" ON "case_file" USING btree ("tenant","room","asked_at","id");--> statement-breakpoint
CREATE INDEX "case_persona_by_case" ON "case_persona" USING btree ("case","tenant");--> statement-breakpoint
CREATE INDEX "assessment_by_recommendation" ON "assessment" USING btree ("tenant","recommendation","persona");