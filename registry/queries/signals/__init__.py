"""What a careful colleague would point out: one small function per code, grouped by trade."""
