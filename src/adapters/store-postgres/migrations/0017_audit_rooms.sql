-- A log for each room. What was written before is one chain and stays the hiring side's; a chain cannot be cut in two and still be verified.
ALTER TABLE "audit" ADD COLUMN "room" text COLLATE "C" DEFAULT 'identity' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_head" ADD COLUMN "room" text COLLATE "C" DEFAULT 'identity' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_root" ADD COLUMN "room" text COLLATE "C" DEFAULT 'identity' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" DROP CONSTRAINT "audit_tenant_seq_pk";--> statement-breakpoint
ALTER TABLE "audit_head" DROP CONSTRAINT "audit_head_tenant_pk";--> statement-breakpoint
ALTER TABLE "audit_root" DROP CONSTRAINT "audit_root_n_tenant_pk";--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_tenant_room_seq_pk" PRIMARY KEY("tenant","room","seq");--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_tenant_room_pk" PRIMARY KEY("tenant","room");--> statement-breakpoint
ALTER TABLE "audit_root" ADD CONSTRAINT "audit_root_n_room_tenant_pk" PRIMARY KEY("n","room","tenant");
