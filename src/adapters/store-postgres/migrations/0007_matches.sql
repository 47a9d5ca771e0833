CREATE TABLE "list_review" (
	"tenant" text COLLATE "C" NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	"previous" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL,
	"changes" jsonb NOT NULL,
	"subjects" integer NOT NULL,
	"filed" jsonb NOT NULL,
	"signed_by" text COLLATE "C",
	"signed" text COLLATE "C",
	"reason" text COLLATE "C",
	CONSTRAINT "list_review_list_version_at_tenant_pk" PRIMARY KEY("list","version","at","tenant")
);
--> statement-breakpoint
CREATE TABLE "match" (
	"tenant" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"subject" jsonb NOT NULL,
	"subject_hash" text COLLATE "C" NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"hit" jsonb NOT NULL,
	"method" jsonb NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C",
	"opened" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C",
	"expires" text COLLATE "C",
	CONSTRAINT "match_id_tenant_pk" PRIMARY KEY("id","tenant")
);
--> statement-breakpoint
CREATE TABLE "match_act" (
	"tenant" text COLLATE "C" NOT NULL,
	"match" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"form" jsonb,
	"outcome" text COLLATE "C",
	"before" jsonb,
	CONSTRAINT "match_act_match_seq_tenant_pk" PRIMARY KEY("match","seq","tenant")
);
--> statement-breakpoint
CREATE INDEX "match_by_subject" ON "match" USING btree ("subject_id","tenant");--> statement-breakpoint
CREATE INDEX "match_by_entry" ON "match" USING btree ("list","entry","tenant");--> statement-breakpoint
CREATE INDEX "match_by_state" ON "match" USING btree ("state","due","tenant");